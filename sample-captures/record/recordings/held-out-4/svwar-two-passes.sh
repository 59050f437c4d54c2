# svwar asks for extensions in two passes: forty by OPTIONS and, after a pause, the thirty above them by REGISTER.
relocate voip.example.net 5060 192.168.201 100.64.18 198.18.205
EXTENSIONS=(1601 1602 1603 1604 1605 1606)
EXISTING='^16[0-4][0-9]$'
WEAK=none
open_office
add_attacker one 198.18.205.14
start_office_capture
keep_alive 10
office_day 403 66
at 10 attack A1-1 scan one 5062 "svwar asks for 1580 to 1619 by OPTIONS, four a second, and later for 1620 to 1649 by REGISTER." \
    "$(version_of svwar)" svwar -b 198.18.205.14 -x 198.18.205.14 -P 5062 -t 0.24 -m OPTIONS -e 1580-1619 192.168.201.1
at 40 attack A1-2 scan one 5063 "svwar asks for 1580 to 1619 by OPTIONS, four a second, and later for 1620 to 1649 by REGISTER." \
    "$(version_of svwar)" svwar -b 198.18.205.14 -x 198.18.205.14 -P 5063 -t 0.3 -m REGISTER -e 1620-1649 192.168.201.1
play
wait_for A1-1 A1-2
close_office
expect_said A1-1 '1601'
expect_said A1-2 '1620'
