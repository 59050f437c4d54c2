# A computer inside ends calls of others: it sends BYEs under the proxy's address to the phones that called. Some are linphone.
# linphone does not name itself in every response.
tolerated="neither User-Agent nor Server"
relocate example.net 5060 172.21.70 203.0.113
EXTENSIONS=(811 812 813 814 815 816 817)
EXISTING='^8[1-2][0-9]$'
WEAK=none
LINPHONES=(812 815)
open_office
add_attacker third 172.21.70.140
start_office_capture
keep_alive 11
office_day 414 75
# The carrier's SIPp would end if it heard a BYE that does not belong to its call.
sed -i '/\tincoming /d' "$scratch/timetable"
at 15 attack A1 hijack:session_teardown third 5060 "A third host sends BYEs with Call-ID and tags of running calls to the phones that called, under the proxy's address." \
    "a Python program of this directory" "$here/intrude" "$scratch/$recording.pcap" 172.21.70.1 BYE caller forged 4 52
within_calls_of_others A1
play
wait_for A1
close_office
expect_said A1 'messages sent: 4'
