# A computer inside ends calls of others: BYEs to the server under the address of the party that called.
draw_place
open_office
add_handsets 11 1.5
third=$NET.$(drawn third 130 190)
add_attacker third "$third"
knows_handsets third
count=$(drawn count 2 5)
begin
ordinary_day 42
sed -i '/\tincoming /d' "$scratch/timetable"
at 11 attack A1 hijack:session_teardown third 5060 "A computer inside sends $count BYEs to the server in the name and under the address of the party that called." \
    "a Python program of this directory" "$here/intrude" "$scratch/$recording.pcap" "$PROXY" BYE proxy forged "$count" 32
within_calls_of_others A1
finish A1
expect_said A1 "messages sent: $count"
