# Somebody outside who sees the traffic ends calls of others by BYEs under the address of the party that called.
draw_place
open_office
add_handsets 10 1.6
add_attacker third "$(stranger third)"
count=$(drawn count 3 5)
begin
ordinary_day 40
# The carrier's SIPp would end if it heard a BYE that does not belong to its call.
sed -i '/\tincoming /d' "$scratch/timetable"
at 12 attack A1 hijack:session_teardown third 5060 "A third host sends $count BYEs to the proxy with Call-ID, tags and address of the party that called." \
    "a Python program of this directory" "$here/intrude" "$scratch/$recording.pcap" "$PROXY" BYE proxy forged "$count" 30
within_calls_of_others A1
finish A1
expect_said A1 "messages sent: $count"
