# Three floods from outside: INVITEs and REGISTERs by SIPp, OPTIONS by sipsak, each from its own
# address. Meanwhile the office telephones.
open_office
add_attacker inviter 203.0.113.66
add_attacker registrant 203.0.113.99
add_attacker asker 198.51.100.77
# sipsak sends faster than any line: here through one of 2 Mbit/s.
in_host asker tc qdisc add dev eth0 root tbf rate 2mbit burst 5kb latency 2s
start_office_capture
keep_alive 9
office_day 16 60
at 15 attack A1 invite_flood inviter 5060 "SIPp sends 300 INVITEs in three seconds for a number that does not exist, and no ACK." \
    "$(version_of sipp)" env TERM=dumb sipp -sf "$here/sipp/flood-invite.xml" -nostdin -default_behaviors none \
    -i 203.0.113.66 -mi 203.0.113.66 -p 5060 -s 1050 -r 100 -m 300 192.0.2.1:5060
at 28 attack A2 dos registrant 5072 "SIPp sends 150 REGISTERs in a second and a half and answers no challenge." \
    "$(version_of sipp)" env TERM=dumb sipp -sf "$here/sipp/flood-register.xml" -nostdin -default_behaviors none \
    -i 203.0.113.99 -p 5072 -s 1003 -r 100 -m 150 192.0.2.1:5060
at 40 attack A3 dos asker 5073 "sipsak sends 100 OPTIONS as fast as its line allows." \
    "$(version_of sipsak)" sipsak -F -e 100 --symmetric --local-ip=198.51.100.77 \
    -H 198.51.100.77 -l 5073 -s sip:1002@192.0.2.1
play
wait_for A1 A2
close_office
