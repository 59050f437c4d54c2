# SIPp floods the proxy with REGISTERs over one TCP connection, and answers no challenge. Two phones
# of the office use TCP as well.
relocate example.org 5060 172.16.40 198.51.100 203.0.113
EXTENSIONS=(1501 1502 1503 1504 1505 1506)
EXISTING='^15[0-1][0-9]$'
WEAK=none
TCP_PHONES=(1502 1505)
MAX_PACKETS=6000
open_office -A WITH_TCP
add_attacker registrant 203.0.113.77
start_office_capture port 5060
keep_alive 8
office_day 211 55
at 19 attack A1 dos registrant 0 "SIPp sends 280 REGISTERs of 1503 over TCP, 70 a second, and answers no challenge." \
    "$(version_of sipp)" env TERM=dumb sipp -sf "$parts/sipp/flood-register.xml" -nostdin -default_behaviors none -t t1 \
    -i 203.0.113.77 -p 5060 -s 1503 -r 70 -m 280 172.16.40.1:5060
play
wait_for A1
close_office
