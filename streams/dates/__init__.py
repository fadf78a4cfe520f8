"""Dates: the words of a text that tell a time, and the days they stand for.

`page` cuts a text into folded words and sentences, `expressions` reads what words of time say, `calendar` resolves them
against the day of writing. Stages of quotations and of events stand on it.
"""
