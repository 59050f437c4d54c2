# A computer inside that sees the office's traffic ends calls of others: with the Call-ID and the
# tags of the call it sends a BYE to the callee's phone.
open_office
add_attacker third 192.0.2.77
start_office_capture
keep_alive 10
office_day 171 70
at 15 attack A1 hijack:session_teardown third 5060 "A third host sends BYEs with Call-ID and tags of running calls to the phones that were called." \
    "a Python program of this directory" "$here/intrude" "$scratch/$recording.pcap" 192.0.2.1 BYE callee 192.0.2.77:5060 4 50
within_calls_of_others A1
play
wait_for A1
close_office
expect_said A1 'SIP/2.0 200 OK' 'messages sent: 4'
