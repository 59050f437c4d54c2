# From inside svwar asks by INVITE for extensions of a server that says which of them exist; phones
# ring.
relocate example.net 5060 10.140.2 100.64.61
EXTENSIONS=(641 642 643 644 645 646 647)
EXISTING='^6[4-5][0-9]$'
WEAK=none
open_office
add_attacker one 10.140.2.140
start_office_capture
keep_alive 11
office_day 304 75 12-50
at 14 attack A1 scan one 5090 "svwar asks by INVITE for 630 to 675 from inside, two in three seconds; phones ring." \
    "$(version_of svwar)" svwar -b 10.140.2.140 -x 10.140.2.140 -P 5090 -t 0.66 -m INVITE --force -e 630-675 10.140.2.1
play
wait_for A1
close_office
