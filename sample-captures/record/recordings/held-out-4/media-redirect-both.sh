# A computer inside moves the media of running calls to itself: it sends both parties re-INVITEs with its own
# address in the SDP. Media are not captured.
relocate example.com 5060 10.133.44 198.18.27
EXTENSIONS=(1501 1502 1503 1504 1505 1506)
EXISTING='^15[0-1][0-9]$'
WEAK=none
open_office
add_attacker third 10.133.44.180
start_office_capture
keep_alive 11
office_day 415 80 14-70
n=0
for pair in "1503 1501" "1502 1506" "1504 1505"; do
    read -r from to <<<"$pair"
    second=$((18 + 17 * n))
    at "$second" tell "$from" dial "sip:$to@$DOMAIN"
    at "$((second + 2))" tell "$to" accept
    at "$((second + 12))" tell "$from" hangup
    at "$((second + 13))" tell "$to" hangup
    n=$((n + 1))
done
n=0
for party in callee caller; do
    n=$((n + 1))
    at "16.$n" attack "A1-$n" hijack:media_redirect third "$((5080 + n))" "A host inside sends re-INVITEs with its own media address to both parties of running calls." \
        "a Python program of this directory" "$here/intrude" "$scratch/$recording.pcap" 10.133.44.1 INVITE "$party" "10.133.44.180:$((5080 + n))" 3 60
done
within_calls_of_others A1
play
wait_for A1-1 A1-2
close_office
expect_said A1-1 'SIP/2.0 200 OK' 'messages sent: 3'
