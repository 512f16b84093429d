"""The tables of examples/data/tables, one module for each kind of office that keeps them."""
