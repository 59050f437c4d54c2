# A computer inside ends calls of others while they ring: it sends the proxy a CANCEL with the Via of
# the caller's INVITE.
relocate example.net 5060 192.168.50 198.18.2
EXTENSIONS=(51 52 53 54 55 56 57 58)
EXISTING='^5[0-9]$'
WEAK=none
open_office
add_attacker third 192.168.50.177
start_office_capture
keep_alive 12
office_day 216 80
at 12 attack A1 hijack:session_teardown third 5082 "A third host sends the proxy CANCELs for calls that ring." \
    "a Python program of this directory" "$here/intrude" "$scratch/$recording.pcap" 192.168.50.1 CANCEL proxy 192.168.50.177:5082 3 60
within_calls_of_others A1
play
wait_for A1
close_office
expect_said A1 'messages sent: 3'
