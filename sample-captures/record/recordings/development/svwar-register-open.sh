# svwar asks by REGISTER for extensions of a server that says which of them exist. Meanwhile the
# office telephones.
open_office
add_attacker one 198.51.100.77
start_office_capture
keep_alive 11
office_day 35 75
at 10 attack A1 scan one 5060 "svwar asks for 900 to 1099 by REGISTER: 401 shows that there is one, 404 that not." \
    "$(version_of svwar)" svwar -b 198.51.100.77 -x 198.51.100.77 -P 5060 -t 0.2 -e 900-1099 192.0.2.1
play
wait_for A1
close_office
expect_said A1 '1001' '1012'
