# svwar finds out which extensions there are: by REGISTER, by OPTIONS, by INVITE. Meanwhile the
# office telephones; while the INVITEs make its phones ring, nobody calls.
open_office
add_attacker one 203.0.113.66
add_attacker two 203.0.113.99
start_office_capture
keep_alive 12
office_day 13 85 53-78
at 10 attack A1 scan one 5060 "svwar asks for 1000 to 1099 by REGISTER: 401 tells that there is one, 404 that not." \
    "$(version_of svwar)" svwar -b 203.0.113.66 -x 203.0.113.66 -P 5060 -t 0.05 -e 1000-1099 192.0.2.1
at 30 attack A2 scan two 5072 "svwar asks for 1000 to 1099 by OPTIONS: what is answered with 404 does not exist." \
    "$(version_of svwar)" svwar -b 203.0.113.99 -x 203.0.113.99 -P 5072 -t 0.1 -m OPTIONS -e 1000-1099 192.0.2.1
at 54 attack A3 scan one 5073 "svwar asks for 1000 to 1029 by INVITE, and phones ring with nobody at the other end." \
    "$(version_of svwar)" svwar -b 203.0.113.66 -x 203.0.113.66 -P 5073 -t 0.1 -m INVITE -e 1000-1029 192.0.2.1
play
wait_for A1 A2 A3
close_office
expect_said A1 '1001' '1012'
