"""What firstwin asks of the machine that it runs on: the day, processes, signals, memory, files it brings along.

In: nothing of a project. Out: small answers, and what the system refuses in words. No other package asks for these itself.
"""
