.PHONY: app test test-full lint check build

app test test-full lint check build:
	@sh bootstrap.sh $@
