# A shell loop of sipsak asks by OPTIONS for extensions of a server that says which of them exist.
relocate example.org 5060 10.122.3 198.51.100 203.0.113
EXTENSIONS=(8101 8102 8103 8104 8105 8106)
EXISTING='^81(0[1-9]|1[0-9])$'
WEAK=none
open_office
add_attacker one 203.0.113.87
start_office_capture
keep_alive 9
office_day 404 62
ask='for n in {8090..8125}; do timeout 0.9 sipsak --local-ip=203.0.113.87 -H 203.0.113.87 --timer-t1=2000 -s sip:$n@10.122.3.1; sleep 0.75; done; true'
at 12 attack A1 scan one 0 "sipsak asks for 8090 to 8125 by OPTIONS, one per 0.8 seconds, each from a new port." \
    "$(version_of sipsak)" bash -c "$ask"
play
wait_for A1
close_office
