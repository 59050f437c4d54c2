# A computer inside that sees the office's traffic ends calls of others while they ring: it sends the
# proxy a CANCEL with the Via of the caller's INVITE.
open_office
add_attacker third 192.0.2.88
start_office_capture
keep_alive 10
office_day 72 70
at 10 attack A1 hijack:session_teardown third 5060 "A third host sends the proxy CANCELs for calls that ring." \
    "a Python program of this directory" "$here/intrude" "$scratch/$recording.pcap" 192.0.2.1 CANCEL proxy 192.0.2.88:5060 4 55
within_calls_of_others A1
play
wait_for A1
close_office
expect_said A1 'messages sent: 4'
