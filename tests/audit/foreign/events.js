// Each link leads to its own list. Here it also puts the other list away, and says how many events are left.
(function () {
  var status = document.querySelector("[role=status]");
  var groups = Array.prototype.slice.call(document.querySelectorAll(".group"));
  document.querySelector(".choose").addEventListener("click", function (event) {
    var wanted = event.target.hash && event.target.hash.slice(1);
    if (!wanted) {
      return;
    }
    groups.forEach(function (group) {
      group.hidden = wanted !== "all" && group.id !== wanted;
    });
    status.textContent = wanted === "all" ? status.dataset.all : status.dataset.some;
  });
})();
