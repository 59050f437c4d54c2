# A computer inside ends calls of others: it sends BYEs under its own address to the phones that called.
relocate example.org 5060 172.24.19 198.18.6
EXTENSIONS=(61 62 63 64 65 66 67)
EXISTING='^6[0-9]$'
WEAK=none
open_office
add_attacker third 172.24.19.101
start_office_capture
keep_alive 12
office_day 316 80
at 16 attack A1 hijack:session_teardown third 5066 "A third host sends BYEs with Call-ID and tags of running calls to the phones that called." \
    "a Python program of this directory" "$here/intrude" "$scratch/$recording.pcap" 172.24.19.1 BYE caller 172.24.19.101:5066 4 55
within_calls_of_others A1
play
wait_for A1
close_office
expect_said A1 'messages sent: 4'
