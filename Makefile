.PHONY: app test test-full lint check bench build

app test test-full lint check bench build:
	@sh bootstrap.sh $@
