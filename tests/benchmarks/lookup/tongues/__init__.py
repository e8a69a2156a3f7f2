"""How people are called in six languages: names made by rule, each with the Latin spelling in use."""
