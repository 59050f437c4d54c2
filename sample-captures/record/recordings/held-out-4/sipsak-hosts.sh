# A shell loop of sipsak asks 28 addresses of the office's network by OPTIONS from inside, each from a new port.
relocate example.com 5060 172.25.6 203.0.113
EXTENSIONS=(351 352 353 354 355 356 357)
EXISTING='^3[5-6][0-9]$'
WEAK=none
open_office
add_attacker scanner 172.25.6.77
start_office_capture
keep_alive 8
office_day 402 55
ask='for n in {1..28}; do timeout 0.5 sipsak --local-ip=172.25.6.77 -H 172.25.6.77 --timer-t1=1000 -s sip:172.25.6.$n; sleep 0.05; done; true'
at 14 attack A1 scan scanner 0 "sipsak asks 28 addresses by OPTIONS, two a second, each from a new port." \
    "$(version_of sipsak)" bash -c "$ask"
play
wait_for A1
close_office
