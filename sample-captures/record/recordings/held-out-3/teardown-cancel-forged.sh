# A computer inside ends calls of others while they ring: it sends the proxy CANCELs under the
# callers' addresses.
relocate example.net 5060 10.156.3 203.0.113
EXTENSIONS=(1271 1272 1273 1274 1275 1276 1277 1278)
EXISTING='^12[7-8][0-9]$'
WEAK=none
open_office
add_attacker third 10.156.3.120
start_office_capture
keep_alive 13
office_day 317 88
# The carrier's SIPp would end if it heard an answer to a CANCEL that it did not send.
sed -i '/\tincoming /d' "$scratch/timetable"
at 14 attack A1 hijack:session_teardown third 5060 "A third host sends the proxy CANCELs for calls that ring, under the callers' addresses." \
    "a Python program of this directory" "$here/intrude" "$scratch/$recording.pcap" 10.156.3.1 CANCEL proxy forged 3 65
within_calls_of_others A1
play
wait_for A1
close_office
expect_said A1 'messages sent: 3'
