"""What the stages ask of the machine that they run on: the day, processes, signals, memory, files that are there whole.

In: nothing of a project. Out: small answers, where lies what firstwin brings along, and what the system refuses in words.
"""
