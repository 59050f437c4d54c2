# 1002 sends the call to 1003.
add_host phone1 192.0.2.11
add_host phone2 192.0.2.12
add_host phone3 192.0.2.13
start_proxy
register phone2 1002
register phone3 1003
start_capture
callee 1002 phone2 callee-redirecting -s 1002
callee 1003 phone3 callee -s 1003
caller 1001 phone1 caller-redirected -s 1002 -key user 1001
wait_for 1001 1002 1003
stop_capture
expect phone1 ">INVITE <100 <302 >ACK >INVITE <100 <180 <200 >ACK >BYE <200"
expect phone2 "<INVITE >302 <ACK"
expect phone3 "<INVITE >180 >200 <ACK <BYE >200"
