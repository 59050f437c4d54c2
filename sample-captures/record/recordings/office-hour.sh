# An hour of an office, pressed into two and a half minutes.
open_office
start_office_capture
keep_alive 21
office_day 11 150
at 40 new_phone 1009
play
close_office
