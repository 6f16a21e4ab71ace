"use strict";

const $ = (id) => document.getElementById(id);
const CASE = "du_lieu";
const PLAIN = "Chỉ có chữ và bảng, chưa phải cách trình bày khi in: muốn xem trang in, cài LibreOffice trên máy này.";
let source = null;
let listed = "";

/** Makes an element with text and children; text is never read as HTML. */
function make(name, { text = "", ...properties } = {}, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  if (text) element.textContent = text;
  element.append(...children);
  return element;
}

function listen(chosen) {
  if (source) source.close();
  source = new EventSource(`su-kien?${CASE}=${encodeURIComponent(chosen)}`);
  source.onmessage = (event) => show(JSON.parse(event.data));
  source.onerror = () => tell("Mất kết nối với lệnh baocao preview", "mat");
}

function tell(words, kind) {
  $("trang-thai").textContent = words;
  $("trang-thai").className = kind;
}

function show(state) {
  if (!state.cac_truong_hop.some(([value]) => value === state.truong_hop)) {
    choose(state.cac_truong_hop[0][0]); // a further sample that the template has no need of any more
    return;
  }
  document.title = `${state.ten} – xem trước`;
  $("ten").textContent = state.ten;
  const kind = state.truong_hop === "that" ? "Dữ liệu" : "Dữ liệu mẫu, làm từ";
  $("tep").textContent = state.tep ? `${kind}: ${state.tep}` : "Chưa có tệp dữ liệu của bộ mẫu này; dùng dữ liệu mẫu";
  showCases(state.cac_truong_hop, state.truong_hop);
  showCount(state.loi);
  showPages(state.trang);
  $("cac-trang").classList.toggle("cu", state.trang_cu);
  showBranches(state);
  showProblems(state.loi, state.chi_o_day, state.trang.length);
  if (state.dang_lam) tell("Đang dựng trang…", "ban");
  else if (state.trang_cu) tell("Có lỗi: các trang là của lần lưu trước", "mat");
  else tell(`Cập nhật lúc ${new Date().toLocaleTimeString("vi")}`, "");
}

function showCases(cases, chosen) {
  const wanted = JSON.stringify(cases);
  if (wanted !== listed) {
    $("truong-hop").replaceChildren(...cases.map(([value, text]) => make("option", { value, text })));
    listed = wanted;
  }
  $("truong-hop").value = chosen;
  const mine = cases.find(([value]) => value === chosen);
  $("nghia").textContent = mine ? mine[2] : "";
}

/** Says which branches of the template no sample shows; those that only this one shows stand beside their page. */
function showBranches(state) {
  const unseen = state.chua_xem.length;
  const here = state.chi_o_day.filter((one) => !one.trang);
  $("nhanh").hidden = !unseen && !here.length;
  fill("chua-xem", `${unseen} nhánh chưa xem được bằng dữ liệu nào ở đây`, state.chua_xem);
  fill("chi-o-day", `${here.length} nhánh chỉ mẫu này cho xem`, here);
  const all = unseen ? make("a", { href: "#nhanh", text: `${unseen} nhánh chưa xem được` }) : "Xem được mọi nhánh của mẫu";
  $("nhanh-dem").replaceChildren(state.da_do ? all : state.dang_do ? "Đang dò các nhánh…" : "");
}

function fill(id, title, branches) {
  $(id).hidden = !branches.length;
  $(id).querySelector("summary").textContent = title;
  $(id).querySelector("ul").replaceChildren(...branches.map((one) => makeBranch(one, one.vi_sao)));
}

function makeBranch(branch, reason) {
  const item = make("li", { className: "nhanh" }, make("code", { text: branch.the }), make("span", { text: ` ${branch.khi}` }));
  if (reason) item.append(make("p", { text: reason }));
  const place = make("p", { className: "o", text: branch.o });
  if (branch.trang && reason) place.append(", gần ", make("a", { href: `#trang-${branch.trang}`, text: `trang ${branch.trang}` }));
  item.append(place);
  return item;
}

function showCount(problems) {
  const errors = problems.filter((one) => one.nang).length;
  const notes = problems.length - errors;
  const count = make("b", { text: errors ? `${errors} lỗi` : "" });
  $("dem").replaceChildren(count, errors ? "" : "Không có lỗi", notes ? `, ${notes} lưu ý` : "");
}

/** Pages keep their element, so that what has not changed neither moves nor flickers. */
function showPages(urls) {
  const there = [...$("trang").children];
  if (!urls.length) {
    $("trang").replaceChildren(make("p", { className: "trong", text: "Chưa có trang nào để xem." }));
    return;
  }
  if (there.length && !there[0].dataset.url) there.shift().remove();
  urls.forEach((url, index) => {
    const old = there[index];
    if (old && old.dataset.url === url) return;
    const page = makePage(url, index + 1, urls.length);
    if (old) {
      page.classList.add("doi");
      old.replaceWith(page);
    } else $("trang").append(page);
  });
  there.slice(urls.length).forEach((old) => old.remove());
  document.querySelectorAll("figcaption").forEach((caption, index) => {
    if (urls[index].endsWith(".png")) caption.textContent = `Trang ${index + 1}/${urls.length}`;
  });
}

function makePage(url, number, count) {
  const picture = url.endsWith(".png");
  const content = picture
    ? make("img", { src: url, alt: `Trang ${number} của báo cáo` })
    : make("iframe", { src: url, title: "Toàn văn báo cáo" });
  const plain = url.endsWith(".html") ? PLAIN : "";
  const caption = make("figcaption", { text: picture ? `Trang ${number}/${count}` : plain });
  const page = make("section", { className: "mot-trang", id: `trang-${number}` },
    make("figure", {}, content, caption),
    make("aside", {}, make("ul", { className: "loi" })));
  page.setAttribute("aria-label", `Trang ${number}`);
  page.dataset.url = url;
  return page;
}

function showProblems(problems, branches, pages) {
  const of = (page) => problems.filter((one) => one.trang === page).map(makeProblem);
  const general = of(null);
  const [errors, notes] = [true, false].map((bad) => general.filter((one) => (one.className === "nang") === bad));
  $("chung").hidden = !general.length;
  $("khac").hidden = !notes.length;
  $("khac-dem").textContent = `${notes.length} lưu ý không thuộc riêng trang nào`;
  $("loi-chung").replaceChildren(...errors);
  $("luu-y-chung").replaceChildren(...notes);
  showLinks(problems.filter((one) => one.trang));
  for (let number = 1; number <= pages; number += 1) {
    const only = branches.filter((one) => one.trang === number).map((one) => makeBranch(one, ""));
    if (only.length) only.unshift(make("li", { className: "ten-nhom", text: "Chỉ mẫu này cho xem:" }));
    $(`trang-${number}`).querySelector("ul").replaceChildren(...of(number), ...only);
  }
}

function showLinks(problems) {
  const pages = [...new Set(problems.map((one) => one.trang))].sort((a, b) => a - b);
  const bad = (page) => problems.some((one) => one.trang === page && one.nang);
  const links = pages.map((page) => make("a", { href: `#trang-${page}`, text: String(page), className: bad(page) ? "nang" : "" }));
  $("den-trang").replaceChildren(...(links.length ? ["Xem trang:", ...links] : []));
}

function makeProblem(problem) {
  const item = make("li", { className: problem.nang ? "nang" : "" },
    make("strong", { text: `${problem.nang ? "Lỗi" : "Lưu ý"} ${problem.ma}` }),
    make("p", { text: problem.loi }));
  if (problem.cach_sua) item.append(make("p", { text: `→ ${problem.cach_sua}` }));
  if (problem.o) item.append(make("p", { className: "o", text: problem.o }));
  return item;
}

function choose(chosen) {
  const address = new URL(location);
  address.searchParams.set(CASE, chosen);
  history.replaceState(null, "", address);
  tell("Đang dựng trang…", "ban");
  listen(chosen);
}

$("truong-hop").addEventListener("change", (event) => choose(event.target.value));
window.addEventListener("pagehide", () => source && source.close());
listen(new URLSearchParams(location.search).get(CASE) || "");
