# svwar asks by INVITE for extensions of a server that says which of them exist; phones ring.
EXTENSIONS=(201 202 203 204 205 206 207)
EXISTING='^2[0-1][0-9]$'
WEAK=none
open_office
add_attacker one 203.0.113.31
start_office_capture
keep_alive 12
office_day 102 85 20-70
at 22 attack A1 scan one 5060 "svwar asks for 190 to 229 by INVITE, and phones ring with nobody at the other end." \
    "$(version_of svwar)" svwar -b 203.0.113.31 -x 203.0.113.31 -P 5060 -t 0.5 -m INVITE -e 190-229 192.0.2.1
play
wait_for A1
close_office
