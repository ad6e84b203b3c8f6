"""How a Party organisation in Vietnam prepares its congress."""
