# A computer inside, whose packets have another time to live than those of the others, ends calls of
# others with BYEs to the called phones under the proxy's address.
relocate example.org 5060 10.50.60 198.51.100
EXTENSIONS=(2601 2602 2603 2604 2605 2606 2607)
EXISTING='^26[0-1][0-9]$'
WEAK=none
# The carrier's own BYE comes too late if its call was ended so.
sed -i -e 's#<recv response="200" next="end"/>#<recv response="481" optional="true" next="end"/>\n\n  &#; s/branch-13/branch-14/' "$parts/sipp/carrier-calls.xml"
open_office
add_attacker third 10.50.60.99
in_host third sysctl -qw net.ipv4.ip_default_ttl=128
start_office_capture
keep_alive 11
office_day 215 75
at 18 attack A1 hijack:session_teardown third 5060 "A third host sends BYEs with Call-ID and tags of running calls to the phones that were called, under the proxy's address." \
    "a Python program of this directory" "$here/intrude" "$scratch/$recording.pcap" 10.50.60.1 BYE callee forged 4 50
within_calls_of_others A1
play
wait_for A1
close_office
expect_said A1 'messages sent: 4'
