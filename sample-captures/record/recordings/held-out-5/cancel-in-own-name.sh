# A host outside cancels calls of others that ring, under the address of the party that calls.
draw_place
open_office
add_handsets 10 1.6 '' '"ring":2.8'
add_attacker third "$(stranger third)"
count=$(drawn count 2 4)
begin
ordinary_day 42
sed -i '/\tincoming /d' "$scratch/timetable"
at 11 attack A1 hijack:session_teardown third 5060 "A host outside sends $count CANCELs under the address of the party that calls." \
    "a Python program of this directory" "$here/intrude" "$scratch/$recording.pcap" "$PROXY" CANCEL proxy forged "$count" 32
within_calls_of_others A1
finish A1
expect_said A1 "messages sent: $count"
