"""Claims, edges, dates, amounts and questions said in words."""
