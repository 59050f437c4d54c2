# A computer inside ends calls of others with BYEs under the caller's own address: the proxy passes
# them on.
open_office
add_attacker third 192.0.2.66
start_office_capture
keep_alive 10
office_day 114 70
at 15 attack A1 hijack:session_teardown third 5060 "A third host sends the proxy BYEs with Call-ID and tags of running calls, under the caller's address." \
    "a Python program of this directory" "$here/intrude" "$scratch/$recording.pcap" 192.0.2.1 BYE proxy forged 4 50
within_calls_of_others A1
play
wait_for A1
close_office
expect_said A1 'messages sent: 4'
