# A parcel service sends text messages to the users, from beyond the trunk to the carrier.
draw_place
open_office
number=$(drawn users 8 13)
add_handsets "$number" 2
for n in $(seq "$(drawn messages 12 24)"); do
    echo "$BLOCK$((20 + n * 7 % number));parcels@$CARRIER_CALLING;Parcel $(drawn "parcel$n" 100000 999999) $(one_of "text$n" 'comes today between two and four' 'was delivered' 'is at the reception' 'could not be delivered').;"
done | write_list "$scratch/messages.csv"
sipp_list message "$scratch/messages.csv" "$CARRIER_CALLING" 5066 "$(drawn rate 26 44)" -key agent "$(one_of agent 'Kannel-SIP 1.5' 'jasmin-sms 0.10' 'Ribbon SMS-Gateway 9.2')"
begin
ordinary_day 46
incoming+=(texts)
at "$(drawn start 4 8)" start texts provider2 "${list_command[@]}" "$PROXY:5060"
finish
