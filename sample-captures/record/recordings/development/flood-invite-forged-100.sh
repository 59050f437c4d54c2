# A flood of INVITEs with source addresses and users that are not the sender's: those of the office's
# own phones and some that do not exist. Meanwhile the office telephones.
open_office
add_attacker spoofer 203.0.113.66
spoof spoofer 192.0.2.{11..18} 198.51.100.{30..53}
start_office_capture
keep_alive 9
office_day 54 60
at 20 attack A1 invite_flood spoofer 5060 "SIPp sends 500 INVITEs, 100 a second, for a number that does not exist, under the addresses and names of others." \
    "$(version_of sipp)" env TERM=dumb sipp -sf "$here/sipp/flood-spoofed.xml" -nostdin -default_behaviors none \
    -t ui -max_socket 400 -ip_field 0 -inf "$scratch/sources.csv" -cid_str "%u-%p" -i 203.0.113.66 -mi 203.0.113.66 -p 5060 \
    -s 1050 -r 100 -m 500 192.0.2.1:5060
play
wait_for A1
close_office
