# A messaging service, to which the server has a trunk, brings text messages for the users.
draw_place
open_office
number=$(drawn users 9 13)
add_handsets "$number" 2
texts=('Your appointment is on Monday at ten.' 'The parcel lies at the reception.' 'Rain from noon on, take an umbrella.' 'Your code is 447 120.' 'Call me when you are back.')
for n in $(seq "$(drawn messages 14 22)"); do
    echo "$BLOCK$((20 + n * 5 % number));+4930555$((2000 + n * 7 % 9))@$CARRIER_CALLING;${texts[n % 5]};"
done | write_list "$scratch/messages.csv"
sipp_list message "$scratch/messages.csv" "$CARRIER_CALLING" 5066 "$(drawn rate 28 40)" -key agent "Ribbon SMS-Gateway 9.2"
begin
ordinary_day 44
incoming+=(texts)
at 5 start texts provider2 "${list_command[@]}" "$PROXY:5060"
finish
