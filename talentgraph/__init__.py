from talentgraph._guard import check_ours

check_ours()
