# An office whose server challenges every request, also every call between its phones.
EXTENSIONS=(7101 7102 7103 7104 7105 7106 7107 7108 7109 7110)
EXISTING='^71(0[1-9]|1[0-9])$'
WEAK=none
open_office -A WITH_HARDENED
start_office_capture
keep_alive 17
office_day 61 120
at 30 new_phone 7112
play
close_office
